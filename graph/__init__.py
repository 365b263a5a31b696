"""The graph: one request is one sentence.

    HTTP -> caller -> parse -> validate -> plan -> one transaction, one SQL statement -> JSON bytes -> HTTP

`graph.app` takes the request off the wire, `graph.execute` speaks the sentence, `graph.plan` compiles, `graph.entities`
say what there is, and `countries` says who may see it.
"""
