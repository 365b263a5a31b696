"""The wire: a request of HTTP becomes a GraphQL request, and an answer becomes a response."""
