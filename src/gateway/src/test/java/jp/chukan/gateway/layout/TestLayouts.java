package jp.chukan.gateway.layout;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The layouts that the project ships, for tests of other packages. */
public final class TestLayouts {
  private TestLayouts() {}

  public static StandardLayouts shipped(String... files) {
    List<StandardLayout> layouts =
        Stream.of(files).map(name -> LayoutFiles.layout(name, stream(name))).toList();
    return new StandardLayouts(
        layouts, LayoutFiles.refusedDataSets("data-sets.yaml", stream("refused/data-sets.yaml")));
  }

  private static InputStream stream(String name) {
    return Objects.requireNonNull(TestLayouts.class.getResourceAsStream("/layouts/" + name), name);
  }
}
