"""From the entities to the GraphQL types, and to `schema.graphql`."""
