package jp.chukan.gateway.record.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.evidence.TreeHash;
import jp.chukan.contract.evidence.TreeNode;
import jp.chukan.contract.evidence.WholeSubtrees;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tops of whole subtrees of the open transaction's institution. Every eighth level is kept; what
 * stands between is made from the 256 nodes below.
 */
@Component
class TreeNodes {
  private static final int STEP = 8;
  private static final int WIDTH = 1 << STEP;

  private final JdbcClient jdbc;
  private final TreeLeaves leaves;

  TreeNodes(JdbcClient jdbc, TreeLeaves leaves) {
    this.jdbc = jdbc;
    this.leaves = leaves;
  }

  /** Keeps those of them that stand at a level that is kept. */
  void keep(InstitutionCode institution, List<TreeNode> whole) {
    List<TreeNode> kept = whole.stream().filter(node -> node.level() % STEP == 0).toList();
    if (kept.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into tree_node (institution_code, node_level, node_index, node_hash)
            select :institution, level, index, hash
              from unnest(:levels, :indexes, :hashes) as node (level, index, hash)
            """)
        .param("institution", institution.value())
        .param("levels", kept.stream().map(TreeNode::level).toArray(Integer[]::new))
        .param("indexes", kept.stream().map(TreeNode::index).toArray(Long[]::new))
        .param("hashes", kept.stream().map(node -> node.hash().bytes()).toArray(byte[][]::new))
        .update();
  }

  /** For one proof: reads 256 hashes at a time and keeps them in mind. */
  WholeSubtrees of(InstitutionCode institution) {
    Map<String, List<TreeHash>> read = new HashMap<>();
    return (level, index) -> {
      int kept = level - level % STEP;
      long first = index << (level - kept);
      long tile = first / WIDTH;
      List<TreeHash> tops =
          read.computeIfAbsent(kept + "/" + tile, none -> tile(institution, kept, tile));
      int from = (int) (first - tile * WIDTH);
      return over(tops.subList(from, from + (1 << (level - kept))));
    };
  }

  private List<TreeHash> tile(InstitutionCode institution, int level, long tile) {
    if (level == 0) {
      return leaves.hashes(institution, tile * WIDTH, WIDTH);
    }
    return jdbc.sql(
            """
            select node_hash from tree_node
             where institution_code = :institution and node_level = :level
               and node_index >= :from and node_index < :from + :count
             order by node_index
            """)
        .param("institution", institution.value())
        .param("level", level)
        .param("from", tile * WIDTH)
        .param("count", WIDTH)
        .query((row, index) -> TreeHash.of(row.getBytes("node_hash")))
        .list();
  }

  /** The top over nodes whose number is a power of two. */
  private static TreeHash over(List<TreeHash> nodes) {
    List<TreeHash> level = nodes;
    while (level.size() > 1) {
      List<TreeHash> above = new ArrayList<>(level.size() / 2);
      for (int i = 0; i < level.size(); i += 2) {
        above.add(TreeHash.ofNode(level.get(i), level.get(i + 1)));
      }
      level = above;
    }
    return level.getFirst();
  }
}
