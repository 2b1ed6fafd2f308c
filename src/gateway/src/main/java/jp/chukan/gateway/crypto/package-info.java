/** Keys of the served institutions, and the encryption of personal data at rest. */
@NullMarked
package jp.chukan.gateway.crypto;

import org.jspecify.annotations.NullMarked;
