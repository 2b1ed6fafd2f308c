/** 「承認待ち」: 「提供要求」 that no machine may answer, kept until people have decided (MS-05, MS-07). */
@NullMarked
package jp.chukan.gateway.approval;

import org.jspecify.annotations.NullMarked;
