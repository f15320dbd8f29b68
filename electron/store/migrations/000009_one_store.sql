-- A store that was copied or put back writes its numbers twice. Which branches of a store are known (`merge/branches.ts`),
-- and what each of the stores of one key said that it knows: copies have one key, and are readers of their own.
CREATE TABLE store_fork (
  release_id TEXT NOT NULL,
  store_id TEXT NOT NULL,
  above INTEGER NOT NULL,
  own_hash TEXT NOT NULL,
  other_hash TEXT NOT NULL,
  PRIMARY KEY (release_id, store_id, other_hash)
) STRICT, WITHOUT ROWID;

-- `gone` 1: its place was taken by a store that says it was this one before; it counts again once it speaks again.
CREATE TABLE reader (
  store_id TEXT NOT NULL,
  release_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL REFERENCES peer (fingerprint),
  gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  knowledge TEXT NOT NULL CHECK (json_valid (knowledge)),
  holds TEXT NOT NULL CHECK (json_valid (holds)),
  PRIMARY KEY (store_id, release_id, fingerprint)
) STRICT, WITHOUT ROWID;
INSERT INTO reader (store_id, release_id, fingerprint, gone, knowledge, holds)
SELECT peer.store_id, peer_release.release_id, peer.fingerprint, 0, peer_release.knowledge, peer_release.holds
FROM peer_release JOIN peer USING (fingerprint);
DROP TABLE peer_release;
