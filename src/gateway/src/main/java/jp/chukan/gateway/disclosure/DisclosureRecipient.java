package jp.chukan.gateway.disclosure;

import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.RecipientCertificate;

/**
 * For whom an answer is sealed, and how.
 *
 * @param certificate of the key that alone opens it
 * @param profile the strongest that the key is for and that is allowed here
 */
record DisclosureRecipient(RecipientCertificate certificate, CryptoProfile profile) {}
