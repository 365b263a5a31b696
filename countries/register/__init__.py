"""The countries that may be tenants, and the calendars that they use."""
