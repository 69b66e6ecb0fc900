package org.vizgate.containers.app.order;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.session.TableauCaller;

/** Leaves a header with its name and whether there was a caller when it ran. */
public class OwnFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ((HttpServletResponse) response)
                .addHeader("Own-Filter", TableauCaller.of(request).isPresent() ? "saw the caller" : "saw nobody");
        chain.doFilter(request, response);
    }
}
