package org.vizgate.standin.control;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Interceptor;
import org.vizgate.standin.http.PathPattern;
import org.vizgate.standin.http.Reply;

/** How often each path was called, whatever came of it. */
public final class CallCounts implements Interceptor {
    // A caller that makes up paths must not fill the memory.
    private static final int MAX_PATHS = 10_000;

    private final Map<String, LongAdder> byPath = new ConcurrentHashMap<>();

    @Override
    public Optional<Reply> before(Call call) {
        if (!ControlArea.contains(call) && (byPath.size() < MAX_PATHS || byPath.containsKey(call.path()))) {
            byPath.computeIfAbsent(call.path(), path -> new LongAdder()).increment();
        }
        return Optional.empty();
    }

    long of(PathPattern pattern) {
        return byPath.entrySet().stream()
                .filter(entry -> pattern.matches(entry.getKey()))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    void clear() {
        byPath.clear();
    }
}
