package jp.chukan.mocknetwork.scenario;

/** Something else came of a scene than must. */
public final class SceneFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what went wrong, without anything about persons
   */
  public SceneFailedException(String what) {
    super(what);
  }
}
