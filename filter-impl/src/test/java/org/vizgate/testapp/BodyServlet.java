package org.vizgate.testapp;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.zip.CRC32;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** An application that reads a body in the way that the query says, and tells what it got. */
public class BodyServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (request.getQueryString()) {
            case "stream" -> write(request.getInputStream().readAllBytes(), request, response.getWriter());
            case "bytes" -> write(singly(request), request, response.getWriter());
            case "reader" -> {
                request.setCharacterEncoding("UTF-8");
                StringBuilder text = new StringBuilder();
                for (int c = request.getReader().read();
                        c >= 0;
                        c = request.getReader().read()) {
                    text.append((char) c);
                }
                write(text.toString().getBytes(UTF_8), request, response.getWriter());
            }
            case "async" -> {
                AsyncContext later = request.startAsync();
                request.getInputStream().setReadListener(new BodyListener(later));
            }
            case "parts" -> write(request.getPart("p").getInputStream().readAllBytes(), request, response.getWriter());
            case "form" -> write(request.getParameter("p").getBytes(UTF_8), request, response.getWriter());
            case "nothing" -> response.getWriter().println("reached=nothing");
            case "both" -> {
                request.getInputStream();
                try {
                    request.getReader();
                } catch (IllegalStateException e) {
                    response.getWriter().println("reached=refused");
                }
            }
            default -> throw new IllegalArgumentException();
        }
    }

    private static byte[] singly(HttpServletRequest request) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int b = request.getInputStream().read();
                b >= 0;
                b = request.getInputStream().read()) {
            text.append((char) b);
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    static void write(byte[] body, HttpServletRequest request, PrintWriter out) {
        CRC32 sum = new CRC32();
        sum.update(body);
        out.println("reached=" + body.length + "," + sum.getValue() + "," + request.getContentLengthLong() + ","
                + request.getRemoteUser());
        out.flush();
    }
}
