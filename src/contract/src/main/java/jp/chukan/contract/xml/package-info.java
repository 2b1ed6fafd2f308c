/** The one place where XML parsers are made, and the strict reading that everything else uses. */
@NullMarked
package jp.chukan.contract.xml;

import org.jspecify.annotations.NullMarked;
