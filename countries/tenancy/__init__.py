"""Who is asking, and which rows that may see: logins, policies, grants."""
