package jp.chukan.command.faults;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A disk has not a byte left; later somebody removes something. */
record FullDisk(Disks.Content content) implements Fault {
  @Override
  public String name() {
    return "full-disk-" + content.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String meaning() {
    return switch (content) {
      case DATABASE -> "disk of the database full, later freed";
      case JOURNAL -> "disk of the broker's journal full, later freed";
    };
  }

  @Override
  public Optional<String> impossible(FaultScene scene) {
    return scene.disks().impossible(content);
  }

  @Override
  public boolean needsDisks() {
    return true;
  }

  @Override
  public void strike(FaultScene scene) throws IOException {
    scene.disks().of(content).fill();
  }

  @Override
  public void heal(FaultScene scene) throws IOException {
    scene.disks().of(content).free();
    scene.supervise();
  }
}
