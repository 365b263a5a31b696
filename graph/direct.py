"""The direct path of a POST to `/graphql` that comes from no web page: endpoint, headers, account, without middleware.

Application ─┬─ POST /graphql without Origin ──> DirectPath ──────────────────────────────> GraphQLEndpoint
             └─ everything else ──> AccessLog > SecurityHeaders > CrossOrigin > FaultBarrier > routes ─┘
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

from graph.at_once import AT_ONCE
from graph.logs import RequestRecord, log_request
from graph.middleware import internal_error, security_headers
from graph.replies import Reply, error_response

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from graph.at_once import AtOnce
    from graph.endpoint import GraphQLEndpoint
    from graph.metrics import Metrics


@dataclass(frozen=True, slots=True)
class DirectPath:
    """What the middleware gives to every request, in one step.

    Attributes:
        endpoint: answers the request.
        metrics: where it is counted.
    """

    endpoint: GraphQLEndpoint
    metrics: Metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one POST."""
        record = RequestRecord()
        started = time.perf_counter()
        try:
            response = await self._response(scope, receive, record)
            if response is not None:
                response.raw_headers.extend(security_headers(scope))
                record.status = response.status_code
                if not _written_at_once(scope, response):
                    await response(scope, receive, send)
        finally:
            seconds = time.perf_counter() - started
            self.metrics.count(record.status, record.operation, seconds)
            log_request(scope, record, seconds)

    async def _response(self, scope: Scope, receive: Receive, record: RequestRecord) -> Response | None:
        """The response; nothing for a client that went away, and a reference for a fault that nobody expected."""
        try:
            return await self.endpoint.respond(scope, receive, record)
        except ClientDisconnect:
            return None
        except Exception as fault:  # noqa: BLE001 - whatever it is, the client hears a reference and the log a trail
            return error_response(internal_error(fault), 500)


def _written_at_once(scope: Scope, response: Response) -> bool:
    """Whether the response was one of ours and the server took head and body together."""
    at_once: AtOnce | None = scope.get(AT_ONCE)
    if at_once is None or not isinstance(response, Reply):
        return False
    return at_once(response.status_code, response.raw_headers, response.body)
