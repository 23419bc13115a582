GRANT SELECT, INSERT, UPDATE, DELETE ON risk_drafts TO leeway_app;
