import '../set-point/set-point.tsx'
