/**
 * 「情報提供等記録開示システム」: asks the intermediate server of each institution, in the name of a person, what
 * was exchanged about the person, what is kept of them and what they are told.
 */
@NullMarked
package jp.chukan.mocknetwork.disclosuresystem;

import org.jspecify.annotations.NullMarked;
