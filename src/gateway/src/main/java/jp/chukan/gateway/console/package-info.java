/** The console: pages for staff, rendered on the server (MS-73, MS-93). */
@NullMarked
package jp.chukan.gateway.console;

import org.jspecify.annotations.NullMarked;
