package jp.chukan.mocknetwork.certificateauthority;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import jp.chukan.contract.crypto.RevocationIssuer;
import jp.chukan.mocknetwork.connection.AuthorityKeys;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is revoked at this moment: the authority in lists, its responder in answers. */
@Component
final class TellRevocation {
  private static final Duration AGO = Duration.ofHours(1);
  private static final byte[] GARBAGE = {1, 2, 3};

  private final AuthorityKeys keys;
  private final RevokedCertificates revoked;
  private final Duration validity;
  private final InstantSource clock;

  TellRevocation(
      AuthorityKeys keys,
      RevokedCertificates revoked,
      MockNetworkSettings settings,
      InstantSource clock) {
    this.keys = keys;
    this.revoked = revoked;
    this.validity = settings.revocationValidity();
    this.clock = clock;
  }

  byte[] list(@Nullable RevocationFault fault) {
    return spoilt(
        fault,
        (from, to) ->
            fault == RevocationFault.WRONG_SIGNER
                ? keys.stranger().listInTheNameOf(keys.certificate(), revoked.serials(), from, to)
                : keys.lists().list(revoked.serials(), from, to));
  }

  byte[] answer(byte[] question, @Nullable RevocationFault fault) {
    RevocationIssuer responder =
        fault == RevocationFault.WRONG_SIGNER ? keys.stranger() : keys.responder();
    return spoilt(
        fault,
        (from, to) -> responder.answer(question, keys.certificate(), revoked.serials(), from, to));
  }

  private byte[] spoilt(
      @Nullable RevocationFault fault, BiFunction<Instant, Instant, byte[]> told) {
    if (fault == RevocationFault.GARBAGE) {
      return GARBAGE.clone();
    }
    Instant now = clock.instant();
    boolean stale = fault == RevocationFault.STALE;
    byte[] data =
        told.apply(
            stale ? now.minus(AGO).minus(validity) : now,
            stale ? now.minus(AGO) : now.plus(validity));
    if (fault == RevocationFault.FORGED_SIGNATURE) {
      // a bit of the signed part: it comes first
      data[data.length / 3] ^= 1;
    }
    return data;
  }
}
