/**
 * 「セキュリティ管理」 of both sides: signing, verifying, sealing and opening of CMS messages, and encryption
 * of data at rest. The only package of this module that may use {@code org.bouncycastle}; {@code
 * docs/crypto.md} describes the structures.
 *
 * <p>BouncyCastle builds and parses CMS, the providers of the JDK do the signatures: its own ECDSA
 * verification is about ten times slower.
 */
@NullMarked
package jp.chukan.contract.crypto;

import org.jspecify.annotations.NullMarked;
