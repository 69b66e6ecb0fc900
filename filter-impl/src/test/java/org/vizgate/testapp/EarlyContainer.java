package org.vizgate.testapp;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;

import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.security.TableauAuthenticationMechanism;

/**
 * A filter that does what a container with Jakarta Security does before all filters. A parameter {@code protected} is a
 * security constraint.
 */
public class EarlyContainer implements Filter {
    private final TableauAuthenticationMechanism mechanism = new TableauAuthenticationMechanism();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        AuthenticationStatus status = ask((HttpServletRequest) request, (HttpServletResponse) response);
        request.setAttribute("tableauTestStatus", status);
        if (status == AuthenticationStatus.SUCCESS || status == AuthenticationStatus.NOT_DONE) {
            chain.doFilter(request, response);
        }
    }

    private AuthenticationStatus ask(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        HttpMessageContext context = (HttpMessageContext) Proxy.newProxyInstance(
                EarlyContainer.class.getClassLoader(), new Class<?>[] {HttpMessageContext.class}, told(request));
        try {
            return mechanism.validateRequest(request, response, context);
        } catch (AuthenticationException e) {
            throw new ServletException(e);
        }
    }

    private static InvocationHandler told(HttpServletRequest request) {
        return (proxy, method, arguments) -> switch (method.getName()) {
            case "isProtected" -> "protected".equals(request.getQueryString());
            case "isAuthenticationRequest" -> "authenticate".equals(request.getQueryString());
            case "doNothing" -> AuthenticationStatus.NOT_DONE;
            case "notifyContainerAboutLogin" -> {
                request.setAttribute("tableauTestPrincipal", arguments[0]);
                request.setAttribute("tableauTestGroups", new TreeSet<>((Set<?>) arguments[1]));
                yield AuthenticationStatus.SUCCESS;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }
}
