/**
 * What {@code ./chukan demo} shows, one step per class. {@link jp.chukan.command.demo.Demo} runs
 * them in order; the acceptance tests run the same ones with fewer persons.
 */
@NullMarked
package jp.chukan.command.demo;

import org.jspecify.annotations.NullMarked;
