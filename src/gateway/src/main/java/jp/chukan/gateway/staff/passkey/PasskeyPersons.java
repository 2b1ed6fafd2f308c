package jp.chukan.gateway.staff.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * Persons as authenticators know them: by a handle without meaning; in the open transaction of the
 * institution.
 */
@Component
class PasskeyPersons implements PublicKeyCredentialUserEntityRepository {
  private final JdbcClient jdbc;

  PasskeyPersons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return find("handle = :value", id.getBytes());
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String user) {
    return find("user_id = :value", user);
  }

  private @Nullable PublicKeyCredentialUserEntity find(String condition, Object value) {
    return jdbc.sql("select user_id, handle, display_name from staff_account where " + condition)
        .param("value", value)
        .query(
            (row, index) ->
                ImmutablePublicKeyCredentialUserEntity.builder()
                    .name(row.getString("user_id"))
                    .id(new Bytes(row.getBytes("handle")))
                    .displayName(row.getString("display_name"))
                    .build())
        .optional()
        .orElse(null);
  }

  /** An account comes from elsewhere. */
  @Override
  public void save(PublicKeyCredentialUserEntity user) {
    throw new UnsupportedOperationException("accounts are applied for");
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("accounts are never deleted");
  }
}
