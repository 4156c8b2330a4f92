"""What does the page behind a web address hold? Fetched so that nobody can make this machine look at its own network.

Every name is resolved here, every resolved address must be a public one, and the connection goes to the very address
that was checked, also behind each redirect. Size, time, redirects, content types and unpacking are limited.
"""

import ipaddress
import re
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version

import httpx

from bot.errors import UserError

LARGEST_PAGE = 5_000_000
_LARGEST_DOCUMENT = 10_000_000
_SECONDS = 20.0
_MOST_REDIRECTS = 5
_LONGEST_ADDRESS = 2_000
_PORTS = frozenset({80, 443})
_TYPES = re.compile(
    r"text/(?:html|plain|markdown|csv|xml)|application/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|json|ld\+json|feed\+json|x-ndjson|jsonl?"
    r"|pdf|octet-stream|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)",
    re.IGNORECASE,
)
_DOCUMENTS = re.compile(r"pdf|officedocument|octet-stream", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://\S+", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s{0,3}=\s{0,3}\"?([\w.:-]{2,30})", re.IGNORECASE)
_INSTEAD = "open it and send its text instead"

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: the bytes, the address they came from in the end, and the encoding that the site declares."""

    data: bytes
    name: str
    charset: str = ""


def is_address(source: str) -> bool:
    """Whether a source is an address of the web rather than a path.

    >>> is_address("https://example.org/jobs/7"), is_address("jobs/7.html"), is_address("ftp://example.org/a")
    (True, False, True)
    """
    return _ADDRESS.fullmatch(source) is not None


def is_public(ip: Ip) -> bool:
    """Whether an address is one of the open internet, also once wrapped or translated forms are unwrapped.

    >>> [is_public(ipaddress.ip_address(text)) for text in ("93.184.215.14", "100.64.0.1", "::ffff:127.0.0.1")]
    [True, False, False]
    """
    inner: list[Ip] = []
    if isinstance(ip, ipaddress.IPv6Address):
        inner += filter(None, (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())))
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and all(is_public(each) for each in inner)


def system_resolver(host: str, port: int) -> list[Ip]:
    """The addresses that this machine's resolver gives for a host, in its order; raises OSError when there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(str(address[4][0]).split("%")[0]) for address in found]


@dataclass(frozen=True, slots=True)
class Web:
    """The way to the web. What resolves names, sends requests and tells which addresses are allowed can be given."""

    resolve: Callable[[str, int], Sequence[Ip]] = system_resolver
    transport: httpx.BaseTransport | None = None
    allowed: Callable[[Ip], bool] = is_public
    ports: frozenset[int] = _PORTS
    seconds: float = _SECONDS

    def fetch(self, address: str) -> Fetched:
        """The page at an address; raises UserError with one line that says why it is not fetched and what to do."""
        until = time.monotonic() + self.seconds
        url = _url(address)
        timeout = httpx.Timeout(min(10.0, self.seconds))
        with httpx.Client(transport=self.transport, timeout=timeout, trust_env=False, headers=_headers()) as client:
            # A site that sends a byte now and then never runs into a timeout of its own.
            alarm = threading.Timer(self.seconds, client.close)
            alarm.start()
            try:
                return self._followed(client, url, until)
            except (httpx.HTTPError, httpx.InvalidURL, zlib.error, RuntimeError) as error:
                if isinstance(error, httpx.TimeoutException) or time.monotonic() > until:
                    raise UserError(f"the site took too long to answer; try again later, or {_INSTEAD}") from None
                raise UserError(f"the site did not answer as it should; check the address, or {_INSTEAD}") from None
            finally:
                alarm.cancel()

    def _followed(self, client: httpx.Client, url: httpx.URL, until: float) -> Fetched:
        for _ in range(_MOST_REDIRECTS + 1):
            with self._sent(client, url) as response:
                if not response.has_redirect_location:
                    return _taken(response, url, until)
                url = _url(str(url.join(response.headers["location"])))
        raise UserError(f"it redirects more than {_MOST_REDIRECTS} times; give the address of the posting itself")

    def _sent(self, client: httpx.Client, url: httpx.URL) -> "_Response":
        """The answer of one request, sent to an address of the host that was checked."""
        port = url.port or (443 if url.scheme == "https" else 80)
        if port not in self.ports:
            raise UserError("only the usual ports of the web are fetched; give an address without a port number")
        ip = self._checked(url.host, port)
        pinned = url.copy_with(host=str(ip))
        request = client.build_request("GET", pinned, headers={"Host": _host(url)})
        # The certificate must be that of the name, not of the number.
        request.extensions["sni_hostname"] = url.host
        return _Response(client, request)

    def _checked(self, host: str, port: int) -> Ip:
        """The address to connect to: the first, all of which must be allowed."""
        try:
            found = [_literal(host)] if _literal(host) else list(self.resolve(host, port))
        except (OSError, UnicodeError):
            found = []
        ips = [ip for ip in found if ip is not None]
        if not ips:
            raise UserError("there is no such web site; check the address")
        if not all(self.allowed(ip) for ip in ips):
            raise UserError("it is an address inside a private network, which is not fetched; send the text instead")
        return ips[0]


class _Response:
    """A streamed response as a context."""

    def __init__(self, client: httpx.Client, request: httpx.Request) -> None:
        self._client = client
        self._request = request
        self._response: httpx.Response | None = None

    def __enter__(self) -> httpx.Response:
        self._response = self._client.send(self._request, stream=True, follow_redirects=False)
        return self._response

    def __exit__(self, *_: object) -> None:
        if self._response is not None:
            self._response.close()


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"rolecall/{version('rolecall')} (reads one job posting for a person who sent its address)",
        "Accept": "text/html, application/json;q=0.9, text/plain;q=0.8, */*;q=0.1",
        "Accept-Encoding": "gzip",
    }


def _url(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL:
        raise UserError("it is no valid web address; check it") from None
    if url.scheme not in ("http", "https"):
        raise UserError("only http and https addresses are fetched; send the text instead")
    if len(address) > _LONGEST_ADDRESS or not url.host:
        raise UserError("it is no valid web address; check it")
    if url.userinfo:
        raise UserError("addresses with a name or password in them are not fetched; leave that out")
    return url.copy_with(fragment=None)


def _literal(host: str) -> Ip | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _host(url: httpx.URL) -> str:
    host = f"[{url.host}]" if ":" in url.host else url.host
    return f"{host}:{url.port}" if url.port else host


def _taken(response: httpx.Response, url: httpx.URL, until: float) -> Fetched:
    """The body of a response that is what we ask for, within all limits."""
    code = response.status_code
    if code in (404, 410):
        raise UserError(f"the page is gone (status {code}); the posting may be closed")
    if code in (401, 403, 407, 429, 451, 999):
        raise UserError(f"the site does not hand the page to programs (status {code}); {_INSTEAD}")
    if code != 200:
        raise UserError(f"the site answered with status {code}; try again later, or {_INSTEAD}")
    kind = response.headers.get("content-type", "text/html").split(";")[0].strip()
    if not _TYPES.fullmatch(kind):
        raise UserError(
            f"it is {kind or 'something'}, no page that can be read; give the address of the posting itself"
        )
    most = _LARGEST_DOCUMENT if _DOCUMENTS.search(kind) else LARGEST_PAGE
    data = bytearray()
    for chunk in _unpacked(response, most):
        data += chunk
        if len(data) > most:
            raise UserError(f"it is larger than {most // 1_000_000} MB; send the posting's own text")
        if time.monotonic() > until:
            raise UserError(f"the site took too long to send the page; try again later, or {_INSTEAD}")
    charset = _CHARSET.search(response.headers.get("content-type", ""))
    return Fetched(bytes(data), str(url), charset[1] if charset else "")


def _unpacked(response: httpx.Response, most: int) -> Iterator[bytes]:
    """The body piece by piece, unpacked no further than to one byte beyond the limit."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing in ("", "identity"):
        yield from response.iter_raw()
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise UserError(f"the site packs the page in a way that is not read ({packing}); {_INSTEAD}")
    unpacker = zlib.decompressobj(wbits=47 if "gzip" in packing else zlib.MAX_WBITS)
    for chunk in response.iter_raw():
        yield unpacker.decompress(chunk, most + 1)
        if unpacker.unconsumed_tail:
            yield b"\x00" * (most + 1)
    yield unpacker.flush()
