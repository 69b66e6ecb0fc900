package org.vizgate.servlet;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A gate of the application's own that cannot start, in a container that serves the application without it. */
class FailedStartTest {
    private final Map<String, Object> attributes = new HashMap<>();
    private final AtomicReference<ServletRequestListener> listener = new AtomicReference<>();
    private final ServletContext context = contextWithoutSettings();

    @Test
    void failedWhileTheApplicationStarts_everyRequestIsRefused() throws Exception {
        new VizgateInitializer().onStartup(Set.of(), context);
        failingGate();

        assertThatThrownBy(this::request).hasMessageContaining("The server's log says why");
        assertThatThrownBy(this::request).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void failedWhenARequestNeededIt_theNextMayFindItBetter() throws Exception {
        new VizgateInitializer().onStartup(Set.of(), context);
        request();
        failingGate();

        assertThatNoException().isThrownBy(this::request);
    }

    private void failingGate() {
        FilterConfig config = proxy(FilterConfig.class, (method, arguments) -> switch (method) {
            case "getServletContext" -> context;
            case "getFilterName" -> "gate";
            case "getInitParameterNames" -> Collections.enumeration(List.of());
            default -> null;
        });
        assertThatThrownBy(() -> new TableauAuthFilter().init(config))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("OAUTH_ISSUER");
    }

    private void request() {
        ServletRequest request = proxy(ServletRequest.class, (method, arguments) -> null);
        Objects.requireNonNull(listener.get()).requestInitialized(new ServletRequestEvent(context, request));
    }

    private ServletContext contextWithoutSettings() {
        return proxy(ServletContext.class, (method, arguments) -> switch (method) {
            case "getContextPath" -> "";
            case "getFilterRegistrations", "getServletRegistrations" -> Map.of();
            case "getInitParameterNames" -> Collections.enumeration(List.of("OAUTH_AUTO_REGISTER"));
            case "getInitParameter" -> arguments[0].equals("OAUTH_AUTO_REGISTER") ? "false" : null;
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove((String) arguments[0]);
            case "getFilterRegistration" -> null;
            case "addFilter" -> proxy(FilterRegistration.Dynamic.class, (name, ignored) -> null);
            case "addListener" -> {
                if (arguments[0] instanceof ServletRequestListener added) {
                    listener.set(added);
                }
                yield null;
            }
            default -> null;
        });
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object[], @Nullable Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                FailedStartTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName(), arguments)));
    }
}
