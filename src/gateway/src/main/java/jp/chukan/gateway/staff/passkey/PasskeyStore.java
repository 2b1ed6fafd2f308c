package jp.chukan.gateway.staff.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys in the database; everything in the open transaction of the institution. */
@Component
class PasskeyStore implements UserCredentialRepository {
  private static final String SELECT =
      """
      select p.*, a.handle
        from staff_passkey p
        join staff_account a using (institution_code, user_id)
       where p.withdrawn_at is null
      """;

  private final JdbcClient jdbc;

  PasskeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nothing is deleted: a passkey is withdrawn with its account. */
  @Override
  public void delete(Bytes credentialId) {
    throw new UnsupportedOperationException("a passkey is never deleted");
  }

  @Override
  public void save(CredentialRecord passkey) {
    jdbc.sql(
            """
            insert into staff_passkey (institution_code, credential_id, user_id, public_key,
                                       signature_count, uv_initialized, backup_eligible,
                                       backup_state, transports, attestation, attestation_client,
                                       label, created_at, last_used_at)
            select institution_code, :id, user_id, :key, :count, :uv, :eligible, :backup,
                   :transports, :attestation, :client, :label, :created, :used
              from staff_account
             where handle = :handle
            on conflict (institution_code, credential_id) do update
               set public_key = excluded.public_key, signature_count = excluded.signature_count,
                   uv_initialized = excluded.uv_initialized, backup_state = excluded.backup_state,
                   last_used_at = excluded.last_used_at, withdrawn_at = null
             where staff_passkey.user_id = excluded.user_id
            """)
        .param("id", passkey.getCredentialId().getBytes())
        .param("handle", passkey.getUserEntityUserId().getBytes())
        .param("key", passkey.getPublicKey().getBytes())
        .param("count", passkey.getSignatureCount())
        .param("uv", passkey.isUvInitialized())
        .param("eligible", passkey.isBackupEligible())
        .param("backup", passkey.isBackupState())
        .param("transports", transports(passkey))
        .param("attestation", bytes(passkey.getAttestationObject()))
        .param("client", bytes(passkey.getAttestationClientDataJSON()))
        .param("label", passkey.getLabel())
        .param("created", utc(passkey.getCreated()))
        .param("used", utc(passkey.getLastUsed()))
        .update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return jdbc.sql(SELECT + " and p.credential_id = :id")
        .param("id", credentialId.getBytes())
        .query((row, index) -> passkey(row))
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes userId) {
    return jdbc.sql(SELECT + " and a.handle = :handle order by p.created_at")
        .param("handle", userId.getBytes())
        .query((row, index) -> passkey(row))
        .list();
  }

  private static CredentialRecord passkey(ResultSet row) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(new Bytes(row.getBytes("handle")))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("signature_count"))
        .uvInitialized(row.getBoolean("uv_initialized"))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backup_state"))
        .transports(transports(row))
        .attestationObject(new Bytes(row.getBytes("attestation")))
        .attestationClientDataJSON(new Bytes(row.getBytes("attestation_client")))
        .label(row.getString("label"))
        .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
        .lastUsed(row.getObject("last_used_at", OffsetDateTime.class).toInstant())
        .build();
  }

  private static String[] transports(CredentialRecord passkey) {
    return passkey.getTransports().stream()
        .map(AuthenticatorTransport::getValue)
        .toArray(String[]::new);
  }

  private static Set<AuthenticatorTransport> transports(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("transports").getArray())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toSet());
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.getBytes();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
