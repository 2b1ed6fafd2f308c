/** What network, inquirers and providers have recorded, handed out to be compared. */
@NullMarked
package jp.chukan.mocknetwork.recordlist;

import org.jspecify.annotations.NullMarked;
