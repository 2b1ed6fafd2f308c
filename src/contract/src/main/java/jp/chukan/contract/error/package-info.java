/** The one catalogue of errors, and how input that breaks a rule is told. */
@NullMarked
package jp.chukan.contract.error;

import org.jspecify.annotations.NullMarked;
