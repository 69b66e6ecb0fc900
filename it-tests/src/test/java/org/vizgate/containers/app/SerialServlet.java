package org.vizgate.containers.app;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.List;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.session.TableauCaller;

/** Does with the caller what a container does with everything in a session that it saves or replicates. */
@WebServlet("/api/serial")
public class SerialServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TableauCaller caller = TableauCaller.of(request).orElseThrow();
        response.setContentType("text/plain;charset=UTF-8");
        for (Object value : List.of(
                caller,
                caller.session(),
                caller.session().token(),
                caller.session().header(),
                request)) {
            response.getWriter().println(serialises(value));
        }
    }

    private static String serialises(Object value) throws IOException {
        try (ObjectOutputStream output = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            output.writeObject(value);
            return "written";
        } catch (NotSerializableException e) {
            return "refused";
        }
    }
}
