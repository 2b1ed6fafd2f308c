package jp.chukan.contract.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tree against the known answers of Certificate Transparency and against its definition. */
@DisplayName("記録の改ざんを示すツリー")
class GrowingTreeTest {
  private static final List<String> ENTRIES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");
  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  private static final int MANY = 130;

  @Test // JN-19
  @DisplayName("公開された試験値と同じルートになる")
  void rootsAreThoseOfTheKnownAnswers() {
    GrowingTree tree = new GrowingTree();
    for (int i = 0; i < ENTRIES.size(); i++) {
      tree.append(TreeHash.ofLeaf(HexFormat.of().parseHex(ENTRIES.get(i))));
      assertThat(HexFormat.of().formatHex(tree.root().bytes())).isEqualTo(ROOTS.get(i));
    }
  }

  @Test // JN-19
  @DisplayName("葉のないツリーのルートは、空のハッシュである")
  void aTreeWithoutLeavesIsTheHashOfNothing() {
    assertThat(HexFormat.of().formatHex(new GrowingTree().root().bytes()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test // JN-19
  @DisplayName("途中から続けても、同じルートになる")
  void aTreeGoesOnFromItsTops() {
    GrowingTree whole = new GrowingTree();
    for (TreeHash leaf : leaves(MANY)) {
      GrowingTree resumed = new GrowingTree(whole.size(), whole.tops());
      whole.append(leaf);
      resumed.append(leaf);
      assertThat(resumed.root()).isEqualTo(whole.root());
    }
    assertThatThrownBy(() -> new GrowingTree(whole.size() + 1, whole.tops()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test // JN-19
  @DisplayName("どの大きさのどの葉も、経路からルートに至る")
  void everyLeafLeadsToTheRootOfEveryTree() {
    List<TreeHash> leaves = leaves(MANY);
    for (int size = 1; size <= MANY; size++) {
      Map<String, TreeHash> nodes = nodes(leaves.subList(0, size));
      TreeHash root = grown(leaves.subList(0, size)).root();
      for (int position = 0; position < size; position++) {
        InclusionPath path = path(position, size, nodes);
        assertThat(path.rootFrom(leaves.get(position))).contains(root);
      }
    }
  }

  @Test // JN-19
  @DisplayName("別の葉、別の位置、長さの違う経路は、ルートに至らない")
  void nothingElseLeadsToTheRoot() {
    List<TreeHash> leaves = leaves(MANY);
    TreeHash root = grown(leaves).root();
    Map<String, TreeHash> nodes = nodes(leaves);
    InclusionPath path = path(77, MANY, nodes);
    List<TreeHash> longer = new ArrayList<>(path.hashes());
    longer.add(root);

    assertThat(path.rootFrom(leaves.get(78))).isNotEmpty().get().isNotEqualTo(root);
    assertThat(new InclusionPath(76, MANY, path.hashes()).rootFrom(leaves.get(77)))
        .isNotEqualTo(Optional.of(root));
    assertThat(new InclusionPath(77, MANY, longer).rootFrom(leaves.get(77))).isEmpty();
    assertThat(new InclusionPath(77, MANY, path.hashes().subList(0, 3)).rootFrom(leaves.get(77)))
        .isEmpty();
    assertThatThrownBy(() -> new InclusionPath(MANY, MANY, path.hashes()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static InclusionPath path(long position, long size, Map<String, TreeHash> nodes) {
    return InclusionPath.of(
        position, size, (level, index) -> Objects.requireNonNull(nodes.get(level + "/" + index)));
  }

  private static List<TreeHash> leaves(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> TreeHash.ofLeaf(("記録" + i).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static GrowingTree grown(List<TreeHash> leaves) {
    GrowingTree tree = new GrowingTree();
    leaves.forEach(tree::append);
    return tree;
  }

  private static Map<String, TreeHash> nodes(List<TreeHash> leaves) {
    Map<String, TreeHash> nodes = new HashMap<>();
    GrowingTree tree = new GrowingTree();
    for (TreeHash leaf : leaves) {
      nodes.put("0/" + tree.size(), leaf);
      tree.append(leaf, node -> nodes.put(node.level() + "/" + node.index(), node.hash()));
    }
    return nodes;
  }
}
