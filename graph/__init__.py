"""The graph: one request is one sentence.

    HTTP -> caller -> parse -> validate -> plan -> one transaction, one SQL statement -> JSON bytes -> HTTP

`graph.http.app` takes the request off the wire, `graph.execute.engine` speaks the sentence, `graph.plan` compiles,
`graph.entities` say what there is, and `countries` says who may see it.
"""
