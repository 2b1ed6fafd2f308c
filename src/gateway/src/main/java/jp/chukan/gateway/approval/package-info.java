/**
 * 「承認待ち」: 「提供要求」 that no machine may answer, kept until two people have decided (MS-05, MS-06,
 * MS-07), with every step that was taken.
 */
@NullMarked
package jp.chukan.gateway.approval;

import org.jspecify.annotations.NullMarked;
