package jp.chukan.gateway.provision;

/** What somebody who wants to see a held case gets: the preview, or nothing. */
public sealed interface ReleaseView permits ReleaseView.Shown, ReleaseOutcome.Denied {

  /**
   * It is shown, and that it was is kept.
   *
   * @param preview what would leave, and why
   */
  record Shown(ReleasePreview preview) implements ReleaseView {}
}
