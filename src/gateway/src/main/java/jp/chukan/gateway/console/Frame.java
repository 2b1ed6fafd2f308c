package jp.chukan.gateway.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: who is signed in, and where the person may go.
 *
 * @param institution name of the institution, null for the platform, which is none of those served
 * @param user id of the person
 * @param roles keys of the names of the roles
 * @param pages where the person may go, in the order of the menu
 */
record Frame(@Nullable String institution, String user, List<String> roles, List<MenuEntry> pages) {

  /**
   * @param path where it leads
   * @param title key of its name
   * @param current {@code page} for the page that is shown, null for the others
   */
  record MenuEntry(String path, String title, @Nullable String current) {}
}
