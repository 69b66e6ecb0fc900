package org.vizgate.benchmarks.jmh;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;

import org.jspecify.annotations.Nullable;
import org.vizgate.servlet.TableauAuthFilter;

/** The filter in a web application of which there is nothing else. */
final class GuardedApplication {
    private final Map<String, Object> attributes = new HashMap<>();

    private GuardedApplication() {}

    /** A filter that was started with {@code settings}. */
    static TableauAuthFilter filter(Map<String, String> settings) {
        TableauAuthFilter filter = new TableauAuthFilter();
        ServletContext context = fake(ServletContext.class, new GuardedApplication()::answer);
        FilterConfig config = fake(FilterConfig.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getFilterName" -> "gate";
            case "getServletContext" -> context;
            case "getInitParameterNames" -> Collections.enumeration(settings.keySet());
            case "getInitParameter" -> settings.get((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
        try {
            filter.init(config);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        return filter;
    }

    private @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments) {
        Object[] given = arguments == null ? new Object[0] : arguments;
        return switch (method.getName()) {
            case "getAttribute" -> attributes.get((String) given[0]);
            case "setAttribute" -> attributes.put((String) given[0], given[1]);
            case "removeAttribute" -> attributes.remove((String) given[0]);
            case "getContextPath" -> "";
            case "getServerInfo" -> "none";
            case "getClassLoader" -> GuardedApplication.class.getClassLoader();
            case "getInitParameterNames" -> Collections.emptyEnumeration();
            case "getServletRegistrations" -> Map.of();
            case "getFilterRegistration", "getInitParameter" -> null;
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(GuardedApplication.class.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
