/**
 * The 「認証局」 that issues every certificate of this country: says which of them it has revoked, as a
 * list (CRL, RFC 5280) and by a responder (OCSP, RFC 6960), over plain HTTP.
 */
@NullMarked
package jp.chukan.mocknetwork.certificateauthority;

import org.jspecify.annotations.NullMarked;
