tulay_test(server_test SOURCES bot/server_test.cpp bot/server_load_test.cpp USES tulay_server)
