/**
 * The console as people use it: a real Chromium at the running server. Needs what {@code
 * install-browser.sh} installs.
 */
@NullMarked
package jp.chukan.gateway.browser;

import org.jspecify.annotations.NullMarked;
