"""The direct path of a POST to `/graphql` that comes from no web page: endpoint, headers, account, without middleware.

Application ─┬─ POST /graphql without Origin ──> DirectPath ──────────────────────────────> GraphQLEndpoint
             └─ everything else ──> AccessLog > SecurityHeaders > CrossOrigin > FaultBarrier > routes ─┘
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

from graph.http.access_log import RequestRecord, keep_account
from graph.http.middleware import internal_error, security_headers, stopped
from graph.http.response import Reply, error_response

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Receive, Send

    from graph.http.endpoint import GraphQLEndpoint
    from graph.http.request import Head
    from graph.telemetry.metrics import Metrics


@dataclass(frozen=True, slots=True)
class DirectPath:
    """What the middleware gives to every request, in one step.

    Attributes:
        endpoint: answers the request.
        metrics: where it is counted.
    """

    endpoint: GraphQLEndpoint
    metrics: Metrics

    async def __call__(self, head: Head, receive: Receive, send: Send) -> None:
        """Answer one POST; a client that went away gets nothing."""
        scope = head.scope
        record = RequestRecord(head.method, scope["path"])
        began = time.perf_counter()
        try:
            response: Response
            try:
                response = await self.endpoint.respond(head, receive, record)
            except ClientDisconnect:
                return
            except asyncio.CancelledError:
                response = self._cut_off(record)
            except Exception as fault:  # noqa: BLE001 - whatever it is, the client hears a reference and the log a trail
                error = internal_error(fault)
                record.codes = (error.code,)
                response = error_response(error, 500)
            record.status = response.status_code
            besides = security_headers(scope)
            if head.at_once is None or not isinstance(response, Reply) or not response.write(head.at_once, besides):
                response.raw_headers.extend(besides.pairs)
                await response(scope, receive, send)
        finally:
            keep_account(record, began, self.metrics)

    @staticmethod
    def _cut_off(record: RequestRecord) -> Response:
        error = stopped()
        record.codes = (error.code,)
        return error_response(error, 503)
