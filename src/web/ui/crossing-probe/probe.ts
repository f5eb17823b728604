import '../../proxy/config.ts'
