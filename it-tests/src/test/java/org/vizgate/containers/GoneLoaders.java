package org.vizgate.containers;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.vizgate.it.Eventually;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;

/** Class loaders of applications with {@code LoaderTrace} in them, in a server in this process. It holds none of them. */
final class GoneLoaders {
    private final List<WeakReference<?>> loaders = new ArrayList<>();

    /** That of the application that was deployed last. */
    void addLastDeployed() {
        loaders.add(
                (WeakReference<?>) Objects.requireNonNull(System.getProperties().remove("it.loader")));
    }

    /** Fails if any of them is still there when its application is gone, and callers are elsewhere. */
    void assertGone() {
        displaceLastRecord();
        Http.hangUp();
        Eventually.holds(
                () -> {
                    callElsewhere();
                    System.gc();
                    return left() == 0;
                },
                () -> left() + " of " + loaders.size() + " class loaders are left");
    }

    private long left() {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    // As long as a connection is open, Jetty keeps with it what the application that it last served has to answer by
    // (ServletContextHandler.wrapRequest). When it is closed, each selector still keeps the connection that it last
    // saw, until it sees another (ManagedSelector.SelectorProducer).
    private static void callElsewhere() {
        assertThat(RawRequest.get(Container.address(), "/nowhere").status()).isEqualTo(404);
    }

    // Java 17 itself holds the type of the last record whose methods were linked, and with it that record's class
    // loader. Newer Java holds it softly.
    private static void displaceLastRecord() {
        record Own(String first, String second) {}
        Own own = new Own("a", "b");
        assertThat(own).isEqualTo(new Own("a", "b")).hasSameHashCodeAs(new Own("a", "b"));
        assertThat(own.toString()).isNotEmpty();
    }
}
