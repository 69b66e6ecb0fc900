package org.vizgate.lazy;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
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
    // Not a monitor, to which Java 21 pins a virtual thread that waits for it.
    private final ReentrantLock making = new ReentrantLock();
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

    private T make() {
        making.lock();
        try {
            T made = value;
            if (made == null) {
                made = maker.get();
                value = made;
            }
            return made;
        } finally {
            making.unlock();
        }
    }

    /** The value, if anybody has asked for it; waits if it is just being made. */
    public Optional<T> made() {
        making.lock();
        try {
            return Optional.ofNullable(value);
        } finally {
            making.unlock();
        }
    }
}
