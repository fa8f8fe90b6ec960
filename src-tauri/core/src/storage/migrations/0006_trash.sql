-- What lies in the trash is looked for once a day, and must not be looked for among all conversations.
CREATE INDEX conversation_trashed ON conversation(trashed_at) WHERE trashed_at IS NOT NULL;
