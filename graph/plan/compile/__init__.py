"""Operations to plans: queries, mutations, subscriptions."""
