/** Holds the documents against the code: a catalogue that drifts fails the build. */
@NullMarked
package jp.chukan.acceptance.documentation;

import org.jspecify.annotations.NullMarked;
