"""Small documents made here: a PDF and a Word file that say given lines."""

import io
import zlib

import docx


def pdf(lines: list[str], *, packed: bytes | None = None) -> bytes:
    """A PDF of one page with these lines; `packed` replaces the page's content by a packed stream of that."""
    shown = " ".join(f"({line}) Tj 0 -16 Td" for line in lines)
    content = f"BT /F1 11 Tf 60 780 Td {shown} ET".encode("latin-1")
    entry = b"<< /Length %d >>" % len(content)
    if packed is not None:
        content = zlib.compress(packed, 9)
        entry = b"<< /Length %d /Filter /FlateDecode >>" % len(content)
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        entry + b"\nstream\n" + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table)


def word(title: str, lines: list[str], bullets: list[str], rows: list[tuple[str, str]]) -> bytes:
    """A Word document: a heading, paragraphs, a list and a table of two columns."""
    document = docx.Document()
    document.add_heading(title, 0)
    for line in lines:
        document.add_paragraph(line)
    for bullet in bullets:
        document.add_paragraph(bullet, style="List Bullet")
    table = document.add_table(rows=0, cols=2)
    for row in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = row
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
