/**
 * The 宛名 hub between business systems and server when they inquire: files and single inquiries go
 * out with the number of the hub, and results come back to exactly the system that asked (MS-24).
 */
@NullMarked
package jp.chukan.mocknetwork.inquiryrelay;

import org.jspecify.annotations.NullMarked;
