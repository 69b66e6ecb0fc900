package org.vizgate.client;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.vizgate.limit.Rate;
import org.vizgate.limit.RateLimit;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

/**
 * The reads of documents that are under way: one for each id, however many ask for it; so many at most that the threads of
 * the web application are not used up; and so many of one host that nobody can turn us against it.
 *
 * <p>Ids whose document was good before have room of their own and no limit by host: whoever names thousands of others must
 * not lock them out.
 */
final class DocumentReads {
    static final int ROOM = 32;
    static final Rate PER_HOST = new Rate(30, Duration.ofMinutes(1));
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Semaphore roomForNew = new Semaphore(ROOM);
    private final Semaphore roomForKnown = new Semaphore(ROOM);
    private final RateLimit hosts;
    private final ConcurrentMap<String, CompletableFuture<Optional<Client>>> underWay = new ConcurrentHashMap<>();

    DocumentReads(Clock clock) {
        this.hosts = new RateLimit(PER_HOST, clock);
    }

    /**
     * What {@code reading} finds, or what somebody else's reading of the same id finds.
     *
     * @param isKnown whether the document was good before
     * @throws OAuthException temporarily_unavailable, if there is no room for it now
     */
    Optional<Client> once(String id, String host, boolean isKnown, Supplier<Optional<Client>> reading) {
        Semaphore room = isKnown ? roomForKnown : roomForNew;
        if (!room.tryAcquire()) {
            throw busy("too many client metadata documents are being read at once");
        }
        try {
            CompletableFuture<Optional<Client>> mine = new CompletableFuture<>();
            CompletableFuture<Optional<Client>> first = underWay.putIfAbsent(id, mine);
            if (first != null) {
                return awaited(first);
            }
            return found(mine, id, isKnown ? reading : () -> limited(host, reading));
        } finally {
            room.release();
        }
    }

    private Optional<Client> limited(String host, Supplier<Optional<Client>> reading) {
        if (hosts.delay(host).isPresent()) {
            throw busy("too many client metadata documents of " + host + " are asked for");
        }
        return reading.get();
    }

    private Optional<Client> found(
            CompletableFuture<Optional<Client>> mine, String id, Supplier<Optional<Client>> reading) {
        try {
            Optional<Client> client = reading.get();
            mine.complete(client);
            return client;
        } catch (OAuthException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            // After an error, too, nobody may be left waiting; without one this changes nothing.
            mine.complete(Optional.empty());
            underWay.remove(id, mine);
        }
    }

    private static Optional<Client> awaited(CompletableFuture<Optional<Client>> first) {
        try {
            return first.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // Said below, for all three.
        }
        throw busy("a client metadata document that another request reads takes too long");
    }

    private static OAuthException busy(String reason) {
        return new OAuthException(ErrorCode.TEMPORARILY_UNAVAILABLE, "try again in a minute", reason);
    }
}
