"""The web is fetched within limits, from public addresses alone; nothing here uses a network beyond this machine."""

import gzip
import ipaddress
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from bot.errors import UserError
from bot.intake.files import read_source
from bot.intake.web import Ip, Web, is_public

PUBLIC = ipaddress.ip_address("93.184.215.14")
PAGE = "<html><body><h1>Weaver</h1><p>Weave cloth in Bruges.</p></body></html>"


def web(
    answer: Callable[[httpx.Request], httpx.Response], resolve: Callable[[str, int], list[Ip]] | None = None
) -> Web:
    return Web(resolve=resolve or (lambda host, port: [PUBLIC]), transport=httpx.MockTransport(answer))


def page(request: httpx.Request) -> httpx.Response:
    body = httpx.ByteStream(PAGE.encode())
    return httpx.Response(200, stream=body, headers={"content-type": "text/html; charset=utf-8"})


def test_a_page_is_fetched_from_the_address_that_was_checked() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return page(request)

    fetched = web(answer).fetch("https://jobs.example/weaver?id=7#apply")
    assert fetched.data.decode() == PAGE
    assert fetched.charset == "utf-8"
    assert fetched.name == "https://jobs.example/weaver?id=7"
    assert seen[0].url.host == str(PUBLIC)
    assert seen[0].headers["host"] == "jobs.example"
    assert seen[0].extensions["sni_hostname"] == "jobs.example"
    assert "rolecall/" in seen[0].headers["user-agent"]


@pytest.mark.parametrize(
    "text",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::", "::1", "fe80::1"),
        *("fc00::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"),
    ],
)
def test_addresses_inside_a_network_are_not_fetched(text: str) -> None:
    ip = ipaddress.ip_address(text)
    assert not is_public(ip)
    with pytest.raises(UserError, match="private network"):
        web(page, lambda host, port: [ip]).fetch("https://jobs.example/")
    literal = f"[{text}]" if ip.version == 6 else text
    with pytest.raises(UserError, match="private network"):
        web(page).fetch(f"http://{literal}/")


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(UserError, match="private network"):
        web(page, lambda host, port: [PUBLIC, ipaddress.ip_address("10.0.0.1")]).fetch("https://jobs.example/")


def test_a_name_is_resolved_once_for_each_request_so_that_it_cannot_change_between() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[Ip]:
        asked.append(host)
        return [PUBLIC if len(asked) == 1 else ipaddress.ip_address("127.0.0.1")]

    assert web(page, resolve).fetch("https://jobs.example/").data
    assert asked == ["jobs.example"]


def test_redirects_are_checked_like_first_addresses_and_counted() -> None:
    def inward(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": "http://169.254.169.254/latest/"})

    def around(request: httpx.Request) -> httpx.Response:
        return httpx.Response(301, headers={"location": "/again"})

    def elsewhere(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": "file:///etc/passwd"})

    def onward(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/new":
            return page(request)
        return httpx.Response(307, headers={"location": "/new"})

    with pytest.raises(UserError, match="private network"):
        web(inward).fetch("https://jobs.example/")
    with pytest.raises(UserError, match="redirects more than 5"):
        web(around).fetch("https://jobs.example/")
    with pytest.raises(UserError, match="only http and https"):
        web(elsewhere).fetch("https://jobs.example/")
    assert web(onward).fetch("https://jobs.example/").name == "https://jobs.example/new"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ftp://jobs.example/a", "only http"),
        ("https://user:pass@jobs.example/", "name or password"),
        ("https://jobs.example:8080/", "port"),
        ("https://", "no valid"),
        ("https://jobs.example/" + "a" * 3000, "no valid"),
    ],
)
def test_odd_addresses_are_refused(address: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        web(page).fetch(address)


@pytest.mark.parametrize(
    ("response", "says"),
    [
        (httpx.Response(404), "gone"),
        (httpx.Response(403), "open it and send its text"),
        (httpx.Response(429), "does not hand"),
        (httpx.Response(500), "status 500"),
        (httpx.Response(200, content=b"x", headers={"content-type": "image/png"}), "image/png"),
        (
            httpx.Response(200, stream=httpx.ByteStream(b"x" * 5_000_001), headers={"content-type": "text/html"}),
            "larger than 5 MB",
        ),
        (
            httpx.Response(
                200, stream=httpx.ByteStream(gzip.compress(b"x" * 300_000_000)), headers={"content-encoding": "gzip"}
            ),
            "larger than 5 MB",
        ),
        (httpx.Response(200, stream=httpx.ByteStream(b"xx"), headers={"content-encoding": "br"}), "packs the page"),
        (
            httpx.Response(200, stream=httpx.ByteStream(b"zz"), headers={"content-encoding": "gzip"}),
            "did not answer",
        ),
    ],
)
def test_answers_that_are_no_page_are_refused_with_what_to_do(response: httpx.Response, says: str) -> None:
    with pytest.raises(UserError, match=says) as refused:
        web(lambda request: response).fetch("https://jobs.example/")
    assert "\n" not in str(refused.value)


def test_trouble_on_the_way_is_one_line() -> None:
    def slow(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow")

    def broken(request: httpx.Request) -> httpx.Response:
        raise httpx.RemoteProtocolError("broken")

    def unknown(host: str, port: int) -> list[Ip]:
        raise OSError("no such host")

    with pytest.raises(UserError, match="too long"):
        web(slow).fetch("https://jobs.example/")
    with pytest.raises(UserError, match="did not answer"):
        web(broken).fetch("https://jobs.example/")
    with pytest.raises(UserError, match="no such web site"):
        web(page, unknown).fetch("https://jobs.example/")


class Site(BaseHTTPRequestHandler):
    """A site on this machine: a posting, packed; a page that never ends."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        if self.path == "/endless":
            self.end_headers()
            threading.Event().wait(1.5)
            return
        body = gzip.compress(PAGE.encode())
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keeps the test's output clean."""


@pytest.fixture
def site() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_real_connection_goes_to_the_checked_address(site: int) -> None:
    here = ipaddress.ip_address("127.0.0.1")
    local = Web(resolve=lambda host, port: [here], allowed=lambda ip: True, ports=frozenset({site}))
    [read] = read_source(f"http://jobs.example:{site}/weaver", web=local)
    assert read.layer.text.startswith("Weaver")
    with pytest.raises(UserError, match="private network"):
        Web(ports=frozenset({site})).fetch(f"http://127.0.0.1:{site}/weaver")


def test_a_site_that_sends_too_slowly_is_left(site: int) -> None:
    here = ipaddress.ip_address("127.0.0.1")
    local = Web(resolve=lambda host, port: [here], allowed=lambda ip: True, ports=frozenset({site}), seconds=0.3)
    with pytest.raises(UserError, match=r"too long|did not answer"):
        local.fetch(f"http://jobs.example:{site}/endless")
