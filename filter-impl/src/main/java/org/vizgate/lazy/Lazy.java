package org.vizgate.lazy;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A value that is made when somebody first asks for it: what a request needs is not for the deployment to wait for. Whatever
 * can be wrong with it has to be looked at before, for then the deployment fails, and later a request would.
 *
 * <p>Safe for use by several threads.
 */
public final class Lazy<T> {
    private final Supplier<? extends T> maker;
    private volatile @Nullable T value;

    /** @param maker is called once, or again if it threw; must not ask for this value itself */
    public Lazy(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    /** The value. What its maker throws reaches the caller. */
    public T get() {
        T made = value;
        return made == null ? make() : made;
    }

    private synchronized T make() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }

    /** The value, if anybody has asked for it; waits if it is just being made. */
    public synchronized Optional<T> made() {
        return Optional.ofNullable(value);
    }
}
