/**
 * 「セキュリティ管理」 of both sides: signing, verifying, sealing and opening of CMS messages, and encryption
 * of data at rest. The only package of this module that may use {@code org.bouncycastle}; {@code
 * docs/crypto.md} describes the structures.
 *
 * <p>BouncyCastle builds and parses CMS and encrypts; AWS-LC, or the JDK where its native code does
 * not load, makes and checks the signatures.
 */
@NullMarked
package jp.chukan.contract.crypto;

import org.jspecify.annotations.NullMarked;
