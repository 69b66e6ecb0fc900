package org.vizgate.servlet;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Gates that cannot start, in a container that serves the application without them. */
class FailedStartTest {
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>(Map.of("OAUTH_AUTO_REGISTER", "false"));
    private final Map<String, FilterRegistration> filters = new HashMap<>();
    private final AtomicReference<ServletRequestListener> listener = new AtomicReference<>();
    private final AtomicReference<Filter> inFront = new AtomicReference<>();
    private final StringWriter body = new StringWriter();
    private final AtomicReference<String> server = new AtomicReference<>("Other/1.0");
    private boolean isWithoutLibraries;
    private final ServletContext context = application();

    @Test
    void initializerThatFails_theApplicationIsNeverRun() throws Exception {
        settings.clear();
        assertThatThrownBy(() -> new VizgateInitializer().onStartup(Set.of(), context))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("OAUTH_ISSUER");

        assertThat(statusOfRequest()).isEqualTo(503);
        assertThat(body.toString()).contains("The server's log says why");
    }

    /** As with libraries that do not fit. */
    @Test
    void initializerThatEndsInAnError_theApplicationIsNeverRun() throws Exception {
        isWithoutLibraries = true;
        assertThatThrownBy(() -> new VizgateInitializer().onStartup(Set.of(), context))
                .isInstanceOf(NoClassDefFoundError.class);

        assertThat(statusOfRequest()).isEqualTo(503);
    }

    @Test
    void requestOfWhichTheListenerDoesNotLearn_isRefused() throws Exception {
        new VizgateInitializer().onStartup(Set.of(), context);

        assertThat(statusBehindTheListener()).isEqualTo(503);
    }

    @Test
    void failedWhileTheApplicationStarts_itIsNeverRun() throws Exception {
        new VizgateInitializer().onStartup(Set.of(), context);
        failingGate();

        assertThat(statusOfRequest()).isEqualTo(503);
        assertThat(statusOfRequest()).isEqualTo(503);
    }

    @Test
    void failedWhenARequestNeededIt_theNextMayFindItBetter() throws Exception {
        new VizgateInitializer().onStartup(Set.of(), context);
        assertThat(statusOfRequest()).isEqualTo(200);
        failingGate();
        settings.put("DANGEROUSLY_DISABLE_OAUTH", "true");

        assertThatNoException().isThrownBy(() -> new TableauAuthFilter().init(config()));
        assertThat(statusOfRequest()).isEqualTo(200);
    }

    @Test
    void mappedToNothing_isNeverRun() throws Exception {
        new VizgateInitializer().onStartup(Set.of(), context);
        filters.put("gate", gateMappedTo(List.of()));

        assertThat(statusOfRequest()).isEqualTo(503);
    }

    @Test
    void mapped_isRun() throws Exception {
        new VizgateInitializer().onStartup(Set.of(), context);
        filters.put("gate", gateMappedTo(List.of("/*")));

        assertThat(statusOfRequest()).isEqualTo(200);
    }

    /** A second call replaces nothing, least of all what has failed. */
    @Test
    void initializedTwice_remainsRefused() throws Exception {
        new VizgateInitializer().onStartup(Set.of(), context);
        failingGate();
        new VizgateInitializer().onStartup(Set.of(), context);

        assertThat(statusOfRequest()).isEqualTo(503);
    }

    @Test
    void whereTheContainerEndsSuchAnApplication_nothingIsAdded() throws Exception {
        server.set("Apache Tomcat/11.0.25");
        new VizgateInitializer().onStartup(Set.of(), context);

        assertThat(listener.get()).isNull();
    }

    private void failingGate() {
        assertThatThrownBy(() -> new TableauAuthFilter().init(config()))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("OAUTH_ISSUER");
    }

    private FilterConfig config() {
        return proxy(FilterConfig.class, (method, arguments) -> switch (method) {
            case "getServletContext" -> context;
            case "getFilterName" -> "gate";
            case "getInitParameterNames" -> Collections.enumeration(List.of());
            default -> null;
        });
    }

    private static FilterRegistration gateMappedTo(List<String> patterns) {
        return proxy(FilterRegistration.class, (method, arguments) -> switch (method) {
            case "getClassName" -> TableauAuthFilter.class.getName();
            case "getName" -> "gate";
            case "getUrlPatternMappings" -> patterns;
            case "getServletNameMappings" -> List.of();
            default -> null;
        });
    }

    /** What the container answers: 200 if the application is run. */
    private int statusOfRequest() throws Exception {
        ServletRequest request = proxy(ServletRequest.class, (method, arguments) -> null);
        Objects.requireNonNull(listener.get()).requestInitialized(new ServletRequestEvent(context, request));
        return statusBehindTheListener();
    }

    private int statusBehindTheListener() throws Exception {
        ServletRequest request = proxy(ServletRequest.class, (method, arguments) -> null);
        AtomicInteger status = new AtomicInteger();
        HttpServletResponse response = proxy(HttpServletResponse.class, (method, arguments) -> {
            if (method.equals("setStatus")) {
                status.set((int) arguments[0]);
            }
            return method.equals("getWriter") ? new PrintWriter(body, true) : null;
        });
        Objects.requireNonNull(inFront.get()).doFilter(request, response, (passed, answered) -> status.set(200));
        return status.get();
    }

    private ServletContext application() {
        return proxy(ServletContext.class, (method, arguments) -> switch (method) {
            case "getContextPath" -> "";
            case "getServerInfo" -> server.get();
            case "getFilterRegistrations" -> filters;
            case "getServletRegistrations" -> Map.of();
            case "getInitParameterNames" -> {
                if (isWithoutLibraries) {
                    throw new NoClassDefFoundError("org/example/Missing");
                }
                yield Collections.enumeration(settings.keySet());
            }
            case "getInitParameter" -> settings.get((String) arguments[0]);
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove((String) arguments[0]);
            case "addFilter" -> {
                if (arguments[1] instanceof FailedStart added) {
                    inFront.set(added);
                }
                yield proxy(FilterRegistration.Dynamic.class, (name, ignored) -> null);
            }
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
